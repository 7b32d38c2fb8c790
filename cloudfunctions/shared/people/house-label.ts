/** The address of a house as people write it: `3 栋 2 单元 1801`. */
export const houseLabel = (house: { building: string; stair: string; room: string }): string =>
  `${house.building} 栋 ${house.stair} 单元 ${house.room}`
