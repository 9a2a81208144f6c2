import { LRUCache } from "lru-cache";
import { onceFor } from "../../../shared/database/once-for.ts";
import { shareKeys } from "../../../shared/share-keys.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { sightOf } from "../policy.ts";
import { unseenSmes } from "./queries.ts";

/** One for each center, and some more. */
const SIGHTS = 200;

/** Whether a viewer sees a manufacturer; found out in as few statements as can be, for viewers that see the same. */
export const seesSme = onceFor((database) => {
	const bySight = new LRUCache<string, (id: string) => Promise<boolean | undefined>>({
		max: SIGHTS,
	});
	return async (viewer: Viewer, id: string): Promise<boolean> => {
		const sight = JSON.stringify(sightOf(viewer));
		let sees = bySight.get(sight);
		if (!sees) {
			sees = shareKeys(async (ids) => {
				const unseen = new Set(await unseenSmes(database, viewer, ids));
				return new Map(ids.map((one) => [one, !unseen.has(one)]));
			});
			bySight.set(sight, sees);
		}
		return (await sees(id)) ?? false;
	};
});
