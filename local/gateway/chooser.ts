import type { Persona } from '../persona'
import { escapeHtml, page } from './page'

const NO_COMMUNITY = '还没有小区'

/** The first page: the people of the demonstration, by community, each with one line of what they can try. */
export function chooserPage(personas: readonly Persona[]): string {
  const groups = groupByCommunity(personas)
  return page({
    title: '明居 · 选一个人',
    script: '/local/chooser.js',
    body: `
<main class="page">
  <div class="brand"><span class="brand-mark" aria-hidden="true">明</span>明居</div>
  <h1 class="title">今天您是谁？</h1>
  <p class="lead">选一个人进去看看。人和数据都是编的，随便点，不会影响任何人。想让两个人打交道，就开两个标签页，各选一位。</p>
  <p class="notice" id="expired" role="status" hidden>您的登录过期了，请重新进入，写好的内容都留着。</p>
  <p class="notice" id="notice" role="alert" hidden>没能进去。请看看启动明居的终端还在不在，再选一次。</p>
  ${[...groups].map(([community, people]) => groupHtml(community, people)).join('')}
  <p class="foot">这是本机演示，只有这台电脑打得开。</p>
</main>`,
  })
}

/** Shown instead of the chooser when the database is not marked as a demonstration. */
export function closedPage(): string {
  return page({
    title: '明居',
    body: `
<main class="page">
  <div class="brand"><span class="brand-mark" aria-hidden="true">明</span>明居</div>
  <h1 class="title">这里不能选人登录</h1>
  <p class="lead">这个数据库没有标记为演示库，所以本机登录是关着的。</p>
</main>`,
  })
}

function groupByCommunity(personas: readonly Persona[]): Map<string, Persona[]> {
  const groups = new Map<string, Persona[]>()
  for (const persona of personas) {
    const community = persona.community || NO_COMMUNITY
    groups.set(community, [...(groups.get(community) ?? []), persona])
  }
  return groups
}

function groupHtml(community: string, people: readonly Persona[]): string {
  return `
  <section class="group">
    <h2 class="group-title">${escapeHtml(community)} <span class="count">${people.length} 人</span></h2>
    <ul class="people">${people.map(personHtml).join('')}</ul>
  </section>`
}

function personHtml({ id, name, role, tries }: Persona): string {
  return `
      <li class="person-row"><button class="person" type="button" data-persona="${escapeHtml(id)}">
        <span class="orb" aria-hidden="true">${escapeHtml([...name][0] ?? '')}</span>
        <span class="words"><span class="name">${escapeHtml(name)}</span><span class="role">${escapeHtml(role)}</span><span class="tries">${escapeHtml(tries)}</span></span>
        <svg class="go" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="m9 18 6-6-6-6"/></svg>
      </button></li>`
}
