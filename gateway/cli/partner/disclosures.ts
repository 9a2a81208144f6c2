import { askHub } from "./ask.ts";
import { proofFor, type Signer } from "./keys.ts";
import { firstOf, type Page } from "./pages.ts";
import { printJson, printTable } from "./table.ts";

type Disclosure = {
	at: string;
	requestId: string;
	subgraph: string;
	type: string;
	fields: string[];
	representations: number;
	consumer: string;
};

const QUERY = `query($partnerId: ID!, $first: Int!, $after: String, $proof: String) {
	disclosures(partnerId: $partnerId, first: $first, after: $after, proof: $proof) {
		nodes { at requestId subgraph type fields representations consumer }
		pageInfo { hasNextPage endCursor }
	}
}`;

/** Prints the latest disclosures: the data that the hub sent to a partner. */
export async function disclosures(
	options: Signer & { partner: string; first: number; json?: boolean },
): Promise<void> {
	const { partner: partnerId } = options;
	const all = await firstOf(options.first, async (page) => {
		const proof = await proofFor(options, "disclosures", "", {});
		const data = await askHub<{ disclosures: Page<Disclosure> }>(options, QUERY, {
			partnerId,
			...page,
			proof,
		});
		return data.disclosures;
	});
	if (options.json) printJson(all);
	else
		printTable(
			["AT", "SUBGRAPH", "TYPE", "FIELDS", "RECORDS", "CONSUMER", "REQUEST"],
			all.map((one) => [
				one.at,
				one.subgraph,
				one.type,
				one.fields.join(","),
				one.representations,
				one.consumer,
				one.requestId,
			]),
			"no disclosures",
		);
}
