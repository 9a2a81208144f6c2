import type { OutcomeFieldsFragment } from "../graphql/graphql.ts";
import type { Words } from "../words/use-words.ts";
import type { Column } from "./columns.ts";
import { EngagementLink } from "./EngagementLink.tsx";
import { periodOf } from "./engagement-words.ts";
import type { Claimed } from "./outcome-claims.ts";
import { Providers } from "./Providers.tsx";
import { SourceLine } from "./SourceLine.tsx";
import { NotAvailable, Synthetic } from "./Status.tsx";
import { Verified } from "./Verified.tsx";

/** The columns of outcomes: each figure with its window, how it was checked and what it covers. */
export function outcomeColumns(t: Words): Column<Claimed>[] {
	const windowOf = ({ windowStart, windowEnd }: OutcomeFieldsFragment) =>
		periodOf(t, windowStart, windowEnd);
	return [
		{
			id: "metric",
			head: t("outcome.metric"),
			width: 1.4,
			value: ({ claim }) => t(`trace.metric.${claim.metric}`),
			cell: ({ claim, outcome }) => (
				<>
					{t(`trace.metric.${claim.metric}`)} {outcome.synthetic && <Synthetic />}
				</>
			),
		},
		{
			id: "value",
			head: t("outcome.value"),
			numeric: true,
			value: ({ claim }) => claim.value,
			cell: ({ claim: { value, currency, qualifier } }) => (
				<>
					{qualifier && <span className="quiet">{qualifier} </span>}
					{t.value(value, currency)}
				</>
			),
		},
		{
			id: "window",
			head: t("outcome.window"),
			width: 1.6,
			value: ({ outcome }) => outcome.windowStart ?? outcome.windowEnd,
			cell: ({ outcome }) => windowOf(outcome) ?? <NotAvailable reason={t("trace.no-date")} />,
		},
		{
			id: "verification",
			head: t("outcome.verification"),
			width: 1.6,
			value: ({ outcome }) => outcome.verification,
			cell: ({ outcome }) => <Verified verification={outcome.verification} />,
		},
		{
			id: "covers",
			head: t("outcome.covers"),
			width: 1.6,
			value: ({ outcome }) => outcome.covers.length,
			cell: ({ outcome }) =>
				outcome.covers.length > 0 ? (
					<ul>
						{outcome.covers.map(({ id, kind, startedOn }) => (
							<li key={id}>
								<EngagementLink id={id}>
									{t(`kind.${kind}`)}
									{startedOn && `, ${t.date(startedOn)}`}
								</EngagementLink>
							</li>
						))}
					</ul>
				) : (
					<NotAvailable reason={t("outcome.covers.none")} />
				),
		},
		{
			id: "provider",
			head: t("outcome.about"),
			width: 1.8,
			value: ({ outcome: { center, institute } }) => center?.name ?? institute?.name,
			cell: ({ outcome }) => <Providers center={outcome.center} institute={outcome.institute} />,
		},
		{
			id: "source",
			head: t("source.document"),
			width: 1.8,
			value: ({ outcome }) => outcome.source.document,
			cell: ({ outcome }) => <SourceLine source={outcome.source} />,
		},
	];
}
