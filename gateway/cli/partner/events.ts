import { askHub } from "./ask.ts";
import { proofFor, type Signer } from "./keys.ts";
import { firstOf, type Page } from "./pages.ts";
import { printJson, printTable } from "./table.ts";

type PartnerEvent = {
	id: string;
	kind: string;
	at: string;
	subgraph: string | null;
	version: number | null;
	detail: string;
	mail: { subject: string; text: string };
};

const QUERY = `query($partnerId: ID!, $first: Int!, $after: String, $proof: String) {
	partnerEvents(partnerId: $partnerId, first: $first, after: $after, proof: $proof) {
		nodes { id kind at subgraph version detail mail { subject text } }
		pageInfo { hasNextPage endCursor }
	}
}`;

/** Prints the latest events of a partner, as a table or as the text of their mails. */
export async function events(
	options: Signer & { partner: string; first: number; mail?: boolean; json?: boolean },
): Promise<void> {
	const { partner: partnerId } = options;
	const all = await firstOf(options.first, async (page) => {
		const proof = await proofFor(options, "partnerEvents", "", {});
		const { partnerEvents } = await askHub<{ partnerEvents: Page<PartnerEvent> }>(options, QUERY, {
			partnerId,
			...page,
			proof,
		});
		return partnerEvents;
	});
	if (options.json) printJson(all);
	else if (options.mail)
		for (const { at, mail } of all)
			console.log(`Date: ${at}\nSubject: ${mail.subject}\n\n${mail.text.trimEnd()}\n`);
	else
		printTable(
			["AT", "KIND", "SUBGRAPH", "VERSION", "SUBJECT"],
			all.map(({ at, kind, subgraph, version, mail }) => [
				at,
				kind,
				subgraph,
				version,
				mail.subject,
			]),
			"no events in the last 90 days",
		);
}
