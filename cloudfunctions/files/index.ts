import * as contracts from '../../types/contracts/files'
import { serve } from '../shared/call/serve'
import { confirmUpload } from './calls/confirm-upload'
import { requestUpload } from './calls/request-upload'

export const main = serve('files', contracts, { requestUpload, confirmUpload })
