import { LRUCache } from "lru-cache";
import type { Database } from "../../../shared/database/database.ts";
import { shareNext } from "../../../shared/share-next.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { Context, LikelyPairs } from "../context.ts";
import { sightOf } from "../policy.ts";
import { keepLikelyPairs } from "./likely-pairs.ts";
import { comparedSmes } from "./queries.ts";

/** More than there are centers. */
const MOST_SIGHTS = 100;

/**
 * The likely pairs of each viewer. They are found among what the viewer sees only: where a part of a name is too
 * common to be compared would otherwise tell how many others have it.
 */
export function openLikelyPairs(database: Database): (viewer: Viewer) => Context["likelyPairs"] {
	const bySight = new LRUCache<string, () => Promise<LikelyPairs>>({ max: MOST_SIGHTS });
	return (viewer) => () => {
		const sight = JSON.stringify(sightOf(viewer));
		let read = bySight.get(sight);
		if (!read) {
			const kept = keepLikelyPairs();
			read = shareNext(async () => {
				const compared = await comparedSmes(database, viewer);
				const states = new Map(compared.map(({ id, state }) => [id, state]));
				return { pairs: await kept.update(compared), states };
			});
			bySight.set(sight, read);
		}
		return read();
	};
}
