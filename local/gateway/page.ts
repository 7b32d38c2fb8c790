/** One page of the stage: the product's look, system fonts, nothing from any other host. */
export function page({
  title,
  body,
  script,
  bodyClass,
}: {
  title: string
  body: string
  script?: string
  bodyClass?: string
}): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/favicon.ico">
<link rel="stylesheet" href="/local/pages.css">
${script ? `<script src="${script}" defer></script>` : ''}
</head>
<body${bodyClass ? ` class="${bodyClass}"` : ''}>${body}
</body>
</html>
`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
