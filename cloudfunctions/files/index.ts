import * as contracts from '../../types/contracts/files'
import { serve } from '../shared/call/serve'
import { confirmUpload } from './calls/confirm-upload'
import { linkFile } from './calls/link-file'
import { linkPublishedFile } from './calls/link-published-file'
import { requestUpload } from './calls/request-upload'

export const main = serve('files', contracts, { requestUpload, confirmUpload, linkFile, linkPublishedFile })
