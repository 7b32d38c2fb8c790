import { startStage } from './stage'

/** Starts the stage once for every walk; a stage that does not start fails the run. */
export default async function globalSetup(): Promise<void> {
  const stage = await startStage()
  process.env.MINGJU_STAGE = stage.url
  globalThis.mingjuStage = stage
}
