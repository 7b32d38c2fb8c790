import { REPAIR_LIMITS } from '../../../types/vocabulary/repair'
import type { Ask } from './say-sheet'

const REASON = { min: REPAIR_LIMITS.reasonMin, max: REPAIR_LIMITS.reasonMax } as const

/** What is asked before the acts that need words. */
export const ASKS = {
  finish: {
    title: '这一单修好了',
    note: '拍一张修完的样子，写一句修了什么。报修的人会来确认。',
    label: '修了什么',
    placeholder: '比如：换了声控开关，不收费',
    yes: '完工',
    busy: '正在交…',
    failed: '没能完工',
    min: REPAIR_LIMITS.workMin,
    max: REPAIR_LIMITS.workMax,
    photos: { purpose: 'workPhoto', hint: '修完的样子，一张就够' },
  },
  return: {
    title: '要退掉这一单吗',
    note: '退回客服重新派。原来的时间还在走，不会重新算。',
    label: '为什么退单',
    placeholder: '比如：要电工，我没有证',
    yes: '确定退单',
    busy: '正在退单…',
    failed: '没能退单',
    ...REASON,
  },
  reopen: {
    title: '哪里没修好',
    note: '物业会再派人来，不用重新报。原来没做到的承诺，记录还在。',
    label: '哪里没修好',
    placeholder: '比如：灯还是一闪一闪',
    yes: '要求返工',
    busy: '正在提交…',
    failed: '没能提交',
    ...REASON,
    photos: { purpose: 'repairPhoto', hint: '拍下没修好的地方，不拍也行' },
  },
  withdraw: {
    title: '要撤销这次报修吗',
    note: '撤销后物业不再为这一单上门。问题还在的话，可以再报一次。',
    label: '为什么撤销（可以不写）',
    placeholder: '比如：自己修好了',
    yes: '确定撤销',
    busy: '正在撤销…',
    failed: '没能撤销',
    min: 0,
    max: REPAIR_LIMITS.reasonMax,
  },
  object: {
    title: '对这次关闭有异议',
    note: '写清为什么该修，物业会重新看这一单。',
    label: '您的异议',
    placeholder: '比如：这根管是公用的，该物业修',
    yes: '提交异议',
    busy: '正在提交…',
    failed: '没能提交',
    ...REASON,
  },
  closeUnfixed: {
    title: '没有修，要关闭这一单吗',
    note: '原因和说明，报修的人看得到，也可以提出异议。',
    label: '向报修的人说明',
    placeholder: '比如：户内支管归自家，给了三个师傅的电话',
    yes: '关闭',
    busy: '正在关闭…',
    failed: '没能关闭',
    ...REASON,
  },
} as const satisfies Record<string, Ask>
