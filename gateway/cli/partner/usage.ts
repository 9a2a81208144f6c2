import { askHub } from "./ask.ts";
import { proofFor, type Signer } from "./keys.ts";
import { periodOf } from "./period.ts";
import { printJson, printTable } from "./table.ts";

type FieldDemand = {
	field: string;
	consumer: string;
	day: string;
	requests: number;
	errors: number;
};

type Usage = {
	requests: number;
	errors: number;
	consumers: Array<{ consumer: string; requests: number; errors: number }>;
	ownFields: FieldDemand[];
	disclosures: Array<{ type: string; requests: number; representations: number }>;
};

const QUERY = `query($partnerId: ID!, $from: String!, $to: String!, $proof: String) {
	partnerUsage(partnerId: $partnerId, from: $from, to: $to, proof: $proof) {
		partnerId from to requests errors
		consumers { consumer requests errors }
		fields { field requests }
		ownFields { field consumer day requests errors }
		disclosures { type requests representations }
	}
}`;

/** The days of each field and consumer added up, the most requested first. */
function byConsumer(demand: readonly FieldDemand[]): FieldDemand[] {
	const sums = new Map<string, FieldDemand>();
	for (const one of demand) {
		const key = JSON.stringify([one.field, one.consumer]);
		const sum = sums.get(key);
		const { requests = 0, errors = 0 } = sum ?? {};
		sums.set(key, { ...one, requests: requests + one.requests, errors: errors + one.errors });
	}
	return [...sums.values()].sort((one, other) => other.requests - one.requests);
}

/** Prints a partner's usage statement: its consumers, its own fields by consumer, and disclosures. */
export async function usage(
	options: Signer & { partner: string; from?: string; to?: string; json?: boolean },
): Promise<void> {
	const { partner: partnerId } = options;
	const period = periodOf(options);
	const proof = await proofFor(options, "partnerUsage", "", period);
	const { partnerUsage } = await askHub<{ partnerUsage: Usage }>(options, QUERY, {
		partnerId,
		...period,
		proof,
	});
	if (options.json) {
		printJson(partnerUsage);
		return;
	}
	const { requests, errors, consumers, ownFields, disclosures } = partnerUsage;
	console.log(
		`${partnerId}, ${period.from} to ${period.to}: ${requests} requests, ${errors} with errors\n`,
	);
	printTable(
		["CONSUMER", "REQUESTS", "ERRORS"],
		consumers.map((one) => [one.consumer, one.requests, one.errors]),
		"no consumers",
	);
	console.log("");
	printTable(
		["FIELD", "CONSUMER", "REQUESTS", "ERRORS"],
		byConsumer(ownFields).map((one) => [one.field, one.consumer, one.requests, one.errors]),
		"no requests for own fields",
	);
	console.log("");
	printTable(
		["DISCLOSED TYPE", "REQUESTS", "RECORDS"],
		disclosures.map((one) => [one.type, one.requests, one.representations]),
		"no disclosures",
	);
}
