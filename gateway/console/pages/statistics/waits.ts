import type { MessageId } from "../../words/ids.ts";
import type { Release } from "./place.ts";

type Quarter = Release["periods"][number];

/** The quarter after another one. */
const after = ({ fiscalYear, quarter }: Quarter): Quarter =>
	quarter === 4 ? { fiscalYear: fiscalYear + 1, quarter: 1 } : { fiscalYear, quarter: quarter + 1 };

/** What is not in a release yet and waits for a later one; `quarter` is the first that it does not cover. */
export function waitsOf({
	basis,
	periods,
}: Release): Array<{ what: MessageId; quarter?: Quarter }> {
	if (basis === "PUBLISHED_CASES") return [{ what: "statistics.waits.cases" }];
	const last = periods.at(-1);
	return [
		...(last ? [{ what: "statistics.waits.quarter" as const, quarter: after(last) }] : []),
		{ what: "statistics.waits.outcomes" },
		{ what: "statistics.waits.corrections" },
	];
}
