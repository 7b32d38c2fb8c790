/** Stops the server unless another run still uses it. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.mingjuTestServer?.stop()
}
