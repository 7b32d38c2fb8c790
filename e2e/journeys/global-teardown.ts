/** Ends the stage as Ctrl-C does, and removes its data. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.mingjuStage?.stop()
}
