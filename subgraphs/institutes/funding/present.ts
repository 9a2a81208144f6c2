import type { Money, Observation } from "../../../shared/provenance/provenance.ts";
import { commitmentKindOf, otherMeasure } from "./rules.ts";
import type { Commitment, CommitmentKindName } from "./type.ts";

export function usd(amount: number | null | undefined): Money | null {
	return typeof amount === "number" ? { amount, currency: "USD" } : null;
}

/** The commitments in an institute's observations, each with the parts that the same source names. */
export function toCommitments(observed: Observation[]): Commitment[] {
	const found = observed.flatMap((one): Commitment[] => {
		const kind = commitmentKindOf(one.property);
		const amount = usd(one.value);
		if (!kind || !amount) return [];
		const parts = observed.filter(
			({ property, source }) => property === `${one.property}_part` && source.id === one.source.id,
		);
		const other = otherMeasure(one.property);
		return [
			{
				kind: kind as CommitmentKindName,
				property: one.property,
				amount,
				parts: parts.map(({ party, value }) => ({
					party: party ?? "",
					amount: usd(value ?? 0) as Money,
				})),
				period: one.period,
				asPrinted: one.asPrinted,
				printedAmount: usd(one.printedValue),
				asOf: one.asOf,
				asOfWords: one.asOfWords,
				accepted: one.accepted && other === null,
				reason: other ?? one.reason,
				source: one.source,
				doubts: one.doubts,
			},
		];
	});
	return found.sort((one, other) => Number(other.accepted) - Number(one.accepted));
}
