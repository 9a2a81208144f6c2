import type { Actor } from "../../shared/viewer/viewer.ts";
import type { FieldSite } from "./field-site.ts";

export type Submitted = { id: string; revision: number };

const SMES = ["sme_windham-castings-ga", "sme_kason-industries-ga"];

/** Has somebody of ga-mep log and submit some visits, each on a day of its own; the title says which it is. */
export async function submitVisits(
	site: FieldSite,
	subject: string,
	count: number,
	more: (index: number) => object = () => ({}),
): Promise<Submitted[]> {
	const staff: Actor = { role: "FIELD_STAFF", subject, center: "ga-mep" };
	const log = async (index: number): Promise<Submitted> => {
		const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
		const input = {
			clientMutationId: `${subject}-${index}`,
			smeId: SMES[index % SMES.length],
			kind: "EVENT",
			startedOn: day,
			title: `${subject} ${index + 1}`,
			...more(index),
		};
		const { made } = await site.hub<{ made: Submitted }>(
			staff,
			"mutation($input: LogEngagementInput!) { made: logEngagement(input: $input) { id revision } }",
			{ input },
		);
		return made;
	};
	const drafts = await Promise.all(Array.from({ length: count }, (_, index) => log(index)));
	const { done } = await site.hub<{ done: Array<{ engagement: Submitted }> }>(
		staff,
		"mutation($records: [SeenRecordInput!]!) { done: submitEngagements(records: $records) { engagement { id revision } } }",
		{ records: drafts.map(({ id, revision }) => ({ id, revision })) },
	);
	return done.map(({ engagement }) => engagement);
}
