import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { type Ask, ONE, type Question, times } from "./live-questions.ts";
import { startHubInOne } from "./peers/hub-one.ts";

const CLIENTS = 8;
const WARM_UP = 60;
/** Until the hub's columns are loaded. */
const MOST_WAIT_MS = 180_000;
/** What no answer by SQL is as fast as, at any size worth measuring. */
const FROM_COLUMNS_MS = 60;

export type OverHttp = { peer: string; question: string; took: number[] };

function askingAt(url: URL, pool: Pool): Ask {
	return async ({ query, most }, turn) => {
		const sent = performance.now();
		const { statusCode, body } = await pool.request({
			path: url.pathname,
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query, variables: { first: most + turn } }),
		});
		const text = await body.text();
		if (statusCode !== 200 || text.startsWith('{"errors"'))
			throw new Error(`HTTP ${statusCode} ${text.slice(0, 300)}`);
		return performance.now() - sent;
	};
}

/** Asks until the answer comes as fast as columns give it. */
async function untilLoaded(ask: Ask): Promise<void> {
	const deadline = performance.now() + MOST_WAIT_MS;
	for (let turn = 0; performance.now() < deadline; turn++) {
		if (turn > 0 && (await ask(ONE, turn)) < FROM_COLUMNS_MS) return;
		await sleep(500);
	}
}

/** Live totals from a hub of its own process, by 8 clients at a time: each question new, and asked before. */
export async function overHttp(
	dataDir: string,
	questions: readonly Question[],
): Promise<OverHttp[]> {
	const hub = await startHubInOne(dataDir);
	const url = new URL(hub.url);
	const pool = new Pool(url.origin, { connections: CLIENTS });
	const ask = askingAt(url, pool);
	const figures: OverHttp[] = [];
	try {
		await untilLoaded(ask);
		for (const one of questions) {
			await times(ask, CLIENTS, WARM_UP, (turn) => [one, turn + 600]);
			const measure = async (peer: string, requests: number, of: (turn: number) => number) => {
				const took = await times(ask, CLIENTS, requests, (turn) => [one, of(turn)]);
				figures.push({ peer, question: one.name, took });
			};
			await measure("hub over HTTP", 160, (turn) => turn);
			await times(ask, 1, 1, () => [one, 0]);
			await measure("hub over HTTP, asked before", 400, () => 0);
		}
		return figures;
	} finally {
		await pool.close();
		await hub.stop();
	}
}
