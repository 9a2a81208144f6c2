import { lastViewer } from "../session/last-viewer.ts";
import { device } from "./device.ts";
import { ownerOf } from "./item.ts";
import { isDone } from "./steps.ts";
import { itemStore } from "./store.ts";

/** How much of who was signed in last still waits on this device: a number and a name, nothing of what it says. */
export async function lastItems(): Promise<{ count: number; name: string } | null> {
	const viewer = lastViewer();
	if (!viewer) return null;
	const items = await itemStore(await device()).list(ownerOf(viewer));
	const byKey = new Map(items.map((item) => [item.key, item]));
	const count = items.filter((item) => !isDone(item, byKey)).length;
	return { count, name: viewer.name ?? viewer.subject };
}
