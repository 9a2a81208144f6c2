import { ownName } from "../session/address.ts";
import { type DeviceDatabase, openDevice } from "./database.ts";

let opened: Promise<DeviceDatabase> | undefined;

/** The device's database, opened again if the browser or a newer version of the app has closed it. */
export function device(): Promise<DeviceDatabase> {
	opened ??= openDevice(ownName("throughline"), () => {
		opened = undefined;
	}).catch((error) => {
		opened = undefined;
		throw error;
	});
	return opened;
}

/** Why nothing can be kept on this device; EVICTED: what was kept has been deleted by the browser. */
export type StorageProblem = "FULL" | "REFUSED" | "EVICTED";

/** What a fault of the device's storage means. */
export const storageProblem = (error: unknown): StorageProblem =>
	error instanceof DOMException && error.name === "QuotaExceededError" ? "FULL" : "REFUSED";

/** Asks the browser to keep what lies here when space runs short. False: it may delete it. */
export async function keepForGood(): Promise<boolean> {
	try {
		return (await navigator.storage.persisted()) || (await navigator.storage.persist());
	} catch {
		return false;
	}
}
