import { addDays, daysBetween } from '../../../types/vocabulary/dates'

/**
 * The last day on which a quarter [from, to) is published in time: so many days after the quarter's last one. How many is
 * the rule pack's; where a place is silent, 15 (the product's own rule, the strictest).
 */
export const dueOn = (to: string, withinDays: number): string => addDays(to, withinDays - 1)

/** Days after the due date: 0 on the day itself and before, 1 from 00:00 of the next day on. */
export const lateDays = (due: string, on: string): number => Math.max(0, daysBetween(due, on))

/** The first day on which an objection comes too late: the window is [published, until). */
export const objectionUntil = (publishedOn: string, objectionDays: number): string =>
  addDays(publishedOn, objectionDays)
