import { Button as WeChatButton, Text } from '@tarojs/components'
import { ON_H5 } from '../services/host'
import { phoneCodeOfHost } from '../services/phone-code'
import { Button } from './button'
import { classes } from './classes'

interface PhoneButtonProps {
  children: string
  busy: string | false
  /** The one-time code behind which WeChat keeps the number; nothing when the person does not give it. */
  onCode(code: string | undefined): void
}

/** Asks for the telephone number that WeChat has verified. Only WeChat's own button may ask, so it is dressed as ours. */
export function PhoneButton({ children, busy, onCode }: PhoneButtonProps) {
  if (ON_H5) {
    return (
      <Button busy={busy} onTap={() => void phoneCodeOfHost().then(onCode)}>
        {children}
      </Button>
    )
  }
  return (
    <WeChatButton
      className={classes('tap', 'btn', 'btn-filled', 'btn-main', 'btn-wechat', busy !== false && 'busy')}
      hoverClass="pressed"
      disabled={busy !== false}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => onCode(detail.code)}
    >
      <Text>{busy === false ? children : busy}</Text>
    </WeChatButton>
  )
}
