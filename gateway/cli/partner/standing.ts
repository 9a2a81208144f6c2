import { askHub } from "./ask.ts";
import { proofFor, type Signer } from "./keys.ts";
import { periodOf } from "./period.ts";
import { printJson, printTable } from "./table.ts";

type Figures = {
	calls: number;
	faults: number;
	errorShare: number;
	p50Ms: number | null;
	p95Ms: number | null;
	busiestMinute: number;
};

type Standing = Figures & {
	subgraph: string;
	days: Array<Figures & { version: number; day: string }>;
	budget: {
		target: number;
		days: number;
		calls: number;
		faults: number;
		allowedFaults: number;
		faultsLeft: number;
		requestsPerMinute: number;
		requestsLeft: number;
	};
};

const FIGURES = "calls faults errorShare p50Ms p95Ms busiestMinute";
const QUERY = `query($partnerId: ID!, $from: String!, $to: String!, $proof: String) {
	partnerStanding(partnerId: $partnerId, from: $from, to: $to, proof: $proof) {
		subgraph from to ${FIGURES}
		days { day version ${FIGURES} }
		budget { target days calls faults allowedFaults faultsLeft requestsPerMinute requestsLeft }
	}
}`;

const HEADINGS = ["DAY", "VERSION", "CALLS", "FAULTS", "ERRORS", "P50 MS", "P95 MS", "MAX/MIN"];

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

function row(day: string, version: number | null, figures: Figures) {
	const { calls, faults, errorShare, p50Ms, p95Ms, busiestMinute } = figures;
	return [day, version, calls, faults, percent(errorShare), p50Ms, p95Ms, busiestMinute];
}

function budgetLines({ budget }: Standing): string[] {
	const { target, days, allowedFaults, faultsLeft, requestsPerMinute, requestsLeft } = budget;
	return [
		`error budget: ${faultsLeft} of ${allowedFaults} faults left in ${days} days (target: ${percent(target)} of calls answered)`,
		`rate budget: ${requestsLeft} of ${requestsPerMinute} requests left in the busiest minute`,
	];
}

/** Prints calls, error share and latency of a partner's subgraphs by version and day, and the budget left. */
export async function standing(
	options: Signer & { partner: string; from?: string; to?: string; json?: boolean },
): Promise<void> {
	const { partner: partnerId } = options;
	const period = periodOf(options);
	const proof = await proofFor(options, "partnerStanding", "", period);
	const { partnerStanding } = await askHub<{ partnerStanding: Standing[] }>(options, QUERY, {
		partnerId,
		...period,
		proof,
	});
	if (options.json) {
		printJson(partnerStanding);
		return;
	}
	if (partnerStanding.length === 0) console.log(`${partnerId} has no subgraphs.`);
	for (const subgraph of partnerStanding) {
		console.log(subgraph.subgraph);
		const days = subgraph.days.map((one) => row(one.day, one.version, one));
		const total = days.length > 0 ? [row("total", null, subgraph)] : [];
		printTable(HEADINGS, [...days, ...total], `no calls from ${period.from} to ${period.to}`);
		for (const line of budgetLines(subgraph)) console.log(line);
	}
}
