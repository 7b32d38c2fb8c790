import aria from '../src/services/aria-attributes.json'

/** The little of Taro's plugin interface that is used here; Taro exports no narrower types. */
interface PluginContext {
  registerMethod(method: { name: string; fn(platform: MiniPlatform): void }): void
}
interface MiniPlatform {
  template?: { mergeComponents?(ctx: PluginContext, patch: Record<string, Record<string, string>>): void }
}

/**
 * Lets `aria-*` reach WeChat's screen reader, which Taro's template leaves out. The running program adds the same names
 * (src/services/aria.ts), in the same order: Taro shortens attributes by their place in the list, so both must agree.
 */
export default (ctx: PluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      for (const component of aria.components) {
        platform.template?.mergeComponents?.(ctx, { [component]: { ...aria.attributes } })
      }
    },
  })
}
