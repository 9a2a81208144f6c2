import { createHash } from "node:crypto";
import { LessThan } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import { lockPart } from "../database/lock.ts";
import { SupergraphRow } from "../database/rows.ts";

export type SubgraphVersionRef = { name: string; version: number };

/** Most supergraphs that are kept; the oldest goes when another comes. */
const KEPT = 100;

/** Keeps a supergraph that is served; the one that was kept last is not kept again. */
export async function keepSupergraph(
	database: Database,
	sdl: string,
	parts: readonly SubgraphVersionRef[],
): Promise<void> {
	const hash = createHash("sha256").update(sdl).digest("base64url");
	const sorted = [...parts].sort((one, other) => (one.name < other.name ? -1 : 1));
	const text = JSON.stringify(sorted.map(({ name, version }) => ({ name, version })));
	await database.write(async (manager) => {
		await lockPart(manager, "supergraphs");
		const [last] = await manager.find(SupergraphRow, { order: { version: "DESC" }, take: 1 });
		if (last?.hash === hash && last.parts === text) return;
		const row = { hash, sdl, parts: text, served_at: new Date().toISOString() };
		await manager.insert(SupergraphRow, row);
		const [oldest] = await manager.find(SupergraphRow, {
			select: { version: true },
			order: { version: "DESC" },
			skip: KEPT - 1,
			take: 1,
		});
		if (oldest) await manager.delete(SupergraphRow, { version: LessThan(oldest.version) });
	});
}
