import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import buildHub from "../../support/built-hub.ts";
import { PARTS } from "./processes.ts";
import { type Killed, killRound } from "./round.ts";

/** Kills of one hub: after so many what was acknowledged is counted, and written down. */
const A_ROUND = 25;

const isOf = (one: Killed, other: Killed) =>
	one.engine === other.engine && one.processes === other.processes;

function sumOf(rounds: readonly Killed[], kind: Killed): Killed {
	const sum = { ...kind, codes: { ...kind.codes } };
	for (const round of rounds.filter((one) => isOf(one, kind))) {
		for (const key of ["kills", "acknowledged", "lost", "doubled"] as const) sum[key] += round[key];
		for (const [code, count] of Object.entries(round.codes ?? {}))
			sum.codes[code] = (sum.codes[code] ?? 0) + count;
	}
	return sum;
}

/**
 * Kills the hub's processes with SIGKILL, and cuts PostgreSQL's connections, while clients log engagements; `count` in
 * all, shared out over the engines, one process and four. With a file each round is written there as a line of JSON,
 * and a run that was ended goes on after the last one.
 */
export async function kills(
	count: number,
	engines: readonly string[],
	file: string | undefined,
): Promise<Killed[]> {
	const none = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, codes: {} };
	const kinds: Killed[] = engines.flatMap((engine) =>
		[1, PARTS.length].map((processes) => ({ engine, processes, ...none })),
	);
	const each = Math.ceil(count / kinds.length);
	if (file) mkdirSync(dirname(file), { recursive: true });
	const rounds: Killed[] =
		file && existsSync(file)
			? readFileSync(file, "utf8")
					.split("\n")
					.filter(Boolean)
					.map((line) => JSON.parse(line))
			: [];
	const left = (kind: Killed) => each - sumOf(rounds, kind).kills;
	buildHub();
	while (kinds.some((kind) => left(kind) > 0))
		// In turn, so that a run that is ended has something of each.
		for (const kind of kinds.filter((one) => left(one) > 0)) {
			const { engine, processes } = kind;
			const round = await killRound(engine, processes, Math.min(A_ROUND, left(kind)), (text) =>
				process.stderr.write(`${engine}, ${processes}: ${text}\n`),
			);
			rounds.push(round);
			process.stderr.write(`${JSON.stringify(round)}\n`);
			if (file) appendFileSync(file, `${JSON.stringify(round)}\n`);
		}
	return kinds.map((kind) => sumOf(rounds, kind));
}
