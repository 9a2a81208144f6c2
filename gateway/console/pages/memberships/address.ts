import type { MembershipWhere } from "../../graphql/graphql.ts";
import type { Search } from "../../parts/view-address.ts";

const isId = (value: string) => value.length > 0 && value.length <= 100;

/** Who recorded memberships: centers, which are confidential, or published sources. */
export const RECORDERS = ["CONFIDENTIAL", "PUBLIC"] as const;
const isRecorder = (value: string) => (RECORDERS as readonly string[]).includes(value);

/** What the address of the page may say. */
export const KNOWN = {
	sme: isId,
	institute: isId,
	when: (value: string) => value === "now",
	who: isRecorder,
};

/** Rows that are asked at once. */
const ROWS = 30;

/** The memberships that the address means, as the API takes it. `today`: 2026-11-24. */
export function membershipsOf(
	{ sme, institute, when, who }: Search,
	today: string,
): { first: number; where: MembershipWhere } {
	return {
		first: ROWS,
		where: {
			...(sme && { smeIds: [sme] }),
			...(institute && { instituteIds: [institute] }),
			...(when && { inForceOn: today }),
			...(who && { visibilities: [who as (typeof RECORDERS)[number]] }),
		},
	};
}
