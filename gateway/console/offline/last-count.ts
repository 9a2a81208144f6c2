import { ownName } from "../session/address.ts";

const NAME = ownName("on-device");

/** How many items of somebody were on this device: more than there are now if the browser has deleted its database. */
export function lastCount(owner: string): number {
	try {
		return Number(localStorage.getItem(NAME + owner) ?? 0);
	} catch {
		return 0;
	}
}

export function rememberCount(owner: string, count: number): void {
	try {
		if (count === 0) localStorage.removeItem(NAME + owner);
		else localStorage.setItem(NAME + owner, String(count));
	} catch {
		// A browser may refuse storage; then nothing is kept that could be lost.
	}
}
