import type { EngagementFieldsFragment } from "../graphql/graphql.ts";

type Sme = { id: string; name: string; synthetic: boolean };
/** A technology transfer; with its manufacturer where the page is not of that manufacturer. */
export type Transfer = EngagementFieldsFragment & { sme?: Sme };

/** The same as plain values. */
export function transfersAsCells(transfers: readonly Transfer[]) {
	return {
		columns: [
			"engagement",
			"manufacturer",
			"technology",
			"mrl_from",
			"mrl_to",
			"instrument",
			"center",
			"institute",
			"started_on",
		],
		rows: transfers.map((one) => [
			one.id,
			one.sme?.name,
			one.technology?.name,
			one.mrlFrom,
			one.mrlTo,
			one.instrument,
			one.center?.name,
			one.institute?.name,
			one.startedOn,
		]),
	};
}
