import { forgetViewer } from "../session/last-viewer.ts";
import { signOut } from "../session/session.ts";
import type { SignedIn } from "../session/states.ts";
import { clear } from "./belongings.ts";
import { device } from "./device.ts";
import { loadImport } from "./import-database.ts";
import { toSend } from "./import-file.ts";
import { ownerOf } from "./item.ts";
import { draftsOf } from "./known.ts";
import { isDone } from "./steps.ts";
import { itemStore } from "./store.ts";

/** How much on this device the hub does not have yet. */
export async function countUnsent(viewer: SignedIn): Promise<number> {
	const items = await itemStore(await device()).list(ownerOf(viewer));
	const byKey = new Map(items.map((item) => [item.key, item]));
	const drafts = await draftsOf(ownerOf(viewer));
	const file = await loadImport(ownerOf(viewer)).catch(() => undefined);
	const rows = file ? toSend(file.rows).length : 0;
	return items.filter((item) => !isDone(item, byKey)).length + drafts.length + rows;
}

/** Signs out; deletes what lies on this device unless it is kept for the next time. */
export async function leave(viewer: SignedIn, isKept: boolean): Promise<void> {
	if (!isKept) await clear(ownerOf(viewer));
	forgetViewer();
	await signOut();
}
