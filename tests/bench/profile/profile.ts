import { checkEqual } from "../equal.ts";
import { load } from "../load.ts";
import type { Operation } from "../operations.ts";
import { cpuMs, mainThreadCpuMs, type Peer } from "../processes.ts";
import { table } from "../report.ts";
import { isWarm } from "../warm.ts";
import { type Profile, selfTimes } from "./summary.ts";

const CLIENTS = 8;
const OTHER_THREADS = "other threads: SQLite, garbage collection, compiling";

/** Milliseconds of processor time a request by place, of one operation. */
export type Profiled = { operation: string; cpuMs: number; places: Map<string, number> };

/** Where the processor time of a hub in one process goes, once it is warm. */
export async function profileOf(
	hub: Peer,
	operation: Operation,
	{ warmUpSeconds, seconds }: { warmUpSeconds: number; seconds: number },
): Promise<Profiled> {
	const checked = await checkEqual([hub], operation);
	const once = (length: number) =>
		load(hub, operation, checked.get(hub)?.expected ?? [], CLIENTS, { seconds: length });
	const warming: number[] = [];
	while (warming.length < warmUpSeconds && !isWarm(warming))
		warming.push((await once(1)).cpuMsPerRequest);
	const [pid] = hub.pids as [number];
	await hub.ask("profile");
	const before = { all: cpuMs([pid]), main: mainThreadCpuMs(pid) };
	const { requests } = await once(seconds);
	const all = (cpuMs([pid]) - before.all) / requests;
	const main = (mainThreadCpuMs(pid) - before.main) / requests;
	const [profile] = (await hub.ask<Profile>("profiled")) as [Profile];
	const times = selfTimes(profile, process.cwd());
	const sum = [...times.values()].reduce((total, time) => total + time, 0);
	// By the profiler's shares: its own times also pass while another process has the processor.
	const places = new Map([...times].map(([place, time]) => [place, (main * time) / sum]));
	places.set(OTHER_THREADS, all - main);
	return { operation: operation.name, cpuMs: all, places };
}

/** Places that take less than this share of every operation are summed. */
const SMALL = 0.01;

/** One row for each place, one column for each operation: milliseconds a request, and the share. */
export function profileTable(profiled: Profiled[]): string {
	const places = [...new Set(profiled.flatMap((one) => [...one.places.keys()]))];
	const share = (one: Profiled, place: string) => (one.places.get(place) ?? 0) / one.cpuMs;
	const most = (place: string) => Math.max(...profiled.map((one) => share(one, place)));
	const shown = places.filter((place) => most(place) >= SMALL).sort((a, b) => most(b) - most(a));
	const cell = (one: Profiled, ms: number) =>
		`${ms.toFixed(3)} ms ${((100 * ms) / one.cpuMs).toFixed(1).padStart(4)} %`;
	const sumOf = (one: Profiled, of: string[]) =>
		of.reduce((sum, place) => sum + (one.places.get(place) ?? 0), 0);
	const rest = places.filter((place) => !shown.includes(place));
	return table(
		["self time of", "", ...profiled.map((one) => one.operation)],
		[
			...shown.map((place) => [
				place,
				"",
				...profiled.map((one) => cell(one, sumOf(one, [place]))),
			]),
			[`${rest.length} more`, "", ...profiled.map((one) => cell(one, sumOf(one, rest)))],
			["together", "", ...profiled.map((one) => cell(one, one.cpuMs))],
		],
	);
}
