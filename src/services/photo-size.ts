/** What a photo is made down to before it goes up: still sharp enough to see a crack in a pipe, in a few hundred KB. */
export const PHOTO_SIDE_MAX_PX = 1600
export const PHOTO_QUALITY_PERCENT = 80
