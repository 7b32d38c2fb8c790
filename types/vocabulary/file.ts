/** What a file may be uploaded for, and which kinds of file each purpose takes. */
export const FILE_PURPOSES = {
  register: { zh: '登记表', extensions: ['xlsx', 'csv'], sizeMax: 5 * 1024 * 1024 },
  document: { zh: '文件', extensions: ['pdf', 'jpg', 'jpeg', 'png'], sizeMax: 5 * 1024 * 1024 },
} as const satisfies Record<string, { zh: string; extensions: readonly string[]; sizeMax: number }>

export type FilePurpose = keyof typeof FILE_PURPOSES

export const FILE_LIMITS = { nameMax: 120, sizeMax: 5 * 1024 * 1024 } as const
