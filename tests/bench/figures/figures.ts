import { compare, type Figures, type Plan } from "../compare.ts";
import { busySmes, type Dataset } from "../dataset.ts";
import { type Operation, operationsOn } from "../operations.ts";
import { startHubInOne } from "../peers/hub-one.ts";
import { startGraphqlJs, startSql } from "../peers/single.ts";
import { startTextbook } from "../peers/textbook.ts";
import { memoryMib, type Peer, peakMemoryMib } from "../processes.ts";
import { table } from "../report.ts";
import { type WriteFigures, writes } from "../writes.ts";
import { type Cold, coldCalls } from "./cold.ts";

/** Unseen operations: of peers that have just started, and of those that are warm. */
const JUST_STARTED = 15;
const ONCE_WARM = 60;
const LOGGING = { seconds: 3, clients: [16], rounds: 5 };

export type Memory = { peer: string; rssMib: number; heapMib: number; peakMib: number };
export type Measured = {
	figures: Figures[];
	/** By the peer's name. */
	cold: { started: Map<string, Cold>; warm: Map<string, Cold> };
	memory: Memory[];
	writes: WriteFigures[];
};

async function memoryOf(peer: Peer): Promise<Memory> {
	const used = await peer.ask<NodeJS.MemoryUsage>("memory");
	return {
		peer: peer.name,
		rssMib: memoryMib(peer.pids),
		heapMib: used.reduce((sum, { heapUsed }) => sum + heapUsed, 0) / 2 ** 20,
		peakMib: peakMemoryMib(peer.pids),
	};
}

/** What the table of figures to reach needs, in one run: the first two operations, first calls, and logging. */
export async function measureFigures(
	dataset: Dataset,
	plan: Plan,
	say: (text: string) => void,
): Promise<Measured> {
	const smeIds = await busySmes(dataset.dir, 200);
	const [smeId = ""] = smeIds;
	const operations = operationsOn(smeIds).slice(0, 2);
	const peers: Peer[] = [];
	const named = (cold: Map<Peer, Cold>) =>
		new Map([...cold].map(([{ name }, figures]) => [name, figures]));
	const figures: Figures[] = [];
	try {
		for (const start of [startHubInOne, startTextbook, startGraphqlJs, startSql])
			peers.push(await start(dataset.dir));
		// Bare SQL has a statement for each operation, and so no unseen one.
		const graphql = peers.slice(0, 3);
		say("first calls of unseen operations, just started");
		const started = named(await coldCalls(graphql, smeId, 0, JUST_STARTED));
		for (const operation of operations) {
			say(`${operation.name}: ${plan.rounds} rounds of ${plan.secondsARound} s for each peer`);
			figures.push(...(await compare(peers, operation, plan)));
		}
		say("first calls of unseen operations, warm");
		const warm = named(await coldCalls(graphql, smeId, JUST_STARTED, ONCE_WARM));
		const memory = await Promise.all(peers.map(memoryOf));
		for (const peer of peers.splice(0)) await peer.stop();
		say(`logging: ${LOGGING.rounds} rounds of ${LOGGING.seconds} s on each engine`);
		const written = await writes(LOGGING.seconds, LOGGING);
		return { figures, cold: { started, warm }, memory, writes: written };
	} finally {
		for (const peer of peers) await peer.stop();
	}
}

type Row = { what: string; measured: number; target: string; isReached: boolean };

const atLeast = (what: string, measured: number, target: number): Row => ({
	what,
	measured,
	target: `>= ${target}`,
	isReached: measured >= target,
});
const atMost = (what: string, measured: number, target: number): Row => ({
	what,
	measured,
	target: `<= ${target}`,
	isReached: measured <= target,
});

function rowsOf({ figures, cold, writes: written }: Measured): Row[] {
	const cpu = (operation: Operation["name"], letter: string) =>
		figures.find((row) => row.operation === operation && row.peer.startsWith(letter))
			?.cpuMsPerRequest ?? Number.NaN;
	const ratio = (operation: Operation["name"], one: string, other: string) =>
		cpu(operation, one) / cpu(operation, other);
	const logging = (engine: string) => {
		const of = (isHub: boolean) =>
			written.find((row) => row.engine === engine && (row.peer === "hub") === isHub)
				?.writesPerSecond ?? Number.NaN;
		return of(true) / of(false);
	};
	const coldMs = (of: Map<string, Cold>) =>
		[...of].find(([peer]) => peer.startsWith("a"))?.[1].ms ?? Number.NaN;
	const [LATEST, TRAININGS] = ["sme-latest-20", "centers-trainings"] as const;
	return [
		atLeast("first operation, textbook / hub", ratio(LATEST, "c", "a"), 9),
		atMost("first operation, hub / unfederated", ratio(LATEST, "a", "d"), 0.8),
		atLeast("51 centers x 10 trainings, textbook / hub", ratio(TRAININGS, "c", "a"), 6),
		atMost("51 centers x 10 trainings, hub / unfederated", ratio(TRAININGS, "a", "d"), 0.5),
		atMost("first operation, hub / one SQL statement", ratio(LATEST, "a", "e"), 3.5),
		atLeast("logging / plain SQL, 16 clients, SQLite", logging("SQLite"), 0.4),
		atLeast("logging / plain SQL, 16 clients, PostgreSQL", logging("PostgreSQL"), 0.4),
		atMost("first call of an unseen operation, warm hub, ms", coldMs(cold.warm), 15),
		atMost("first call of an unseen operation, hub just started, ms", coldMs(cold.started), 15),
	];
}

/** Each figure beside the one to reach. Ratios are of processor time a request, of logging of writes a second. */
export function targetsTable(measured: Measured): string {
	return table(
		["figure", "", "measured", "to reach", ""],
		rowsOf(measured).map(({ what, measured: value, target, isReached }) => [
			what,
			"",
			value.toFixed(2),
			target,
			isReached ? "reached" : "",
		]),
	);
}

export function coldTable({ started, warm }: Measured["cold"]): string {
	return table(
		["first call of an unseen operation", "", "ms", "CPU ms", "warm ms", "CPU ms"],
		[...started].map(([peer, just]) => {
			const later = warm.get(peer);
			const texts = [just.ms, just.cpuMs, later?.ms, later?.cpuMs].map(
				(one) => one?.toFixed(1) ?? "",
			);
			return [peer, "", ...texts];
		}),
	);
}

export function memoryTable(rows: Memory[]): string {
	return table(
		["memory after load", "", "MiB", "of that heap", "peak MiB"],
		rows.map(({ peer, rssMib, heapMib, peakMib }) => [
			peer,
			"",
			String(rssMib),
			heapMib.toFixed(0),
			String(peakMib),
		]),
	);
}
