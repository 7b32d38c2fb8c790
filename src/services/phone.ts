import Taro from '@tarojs/taro'

/** Offers the number to the phone's own dialler. Somebody who thinks better of it has not failed at anything. */
export function dial(number: string): void {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}
