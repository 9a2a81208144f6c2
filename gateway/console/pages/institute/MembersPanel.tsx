import { useQuery } from "@tanstack/react-query";
import { InstituteMembersDocument, type InstituteMembersQuery } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Told } from "../../parts/Told.tsx";
import { toldOf } from "../../parts/told.ts";
import { useWords } from "../../words/use-words.ts";
import { MembersChart } from "./MembersChart.tsx";
import { Memberships } from "./Memberships.tsx";

function Numbers({ institute }: { institute: NonNullable<InstituteMembersQuery["institute"]> }) {
	const t = useWords();
	const { members, observations } = institute;
	const { mix, smeShare, smallManufacturerShare } = members;
	const counts = toldOf(observations).sort((a, b) =>
		String(a.shown.asOf ?? "").localeCompare(String(b.shown.asOf ?? "")),
	);
	if (counts.length === 0) return <p className="quiet">{t("profile.members.none")}</p>;
	return (
		<>
			{members.history.length > 1 && <MembersChart id={institute.id} history={members.history} />}
			<Facts>
				{counts.map((told) => {
					const { asOf, asOfWords, id } = told.shown;
					const when = asOfWords ?? (asOf ? t.date(asOf) : t("profile.no-date"));
					return (
						<Fact key={id} name={when}>
							<Told of={told} name={t("profile.members.at", { when })} />
						</Fact>
					);
				})}
				{mix.map((figure) => (
					<Fact
						key={figure.id}
						name={t("profile.members.kind", {
							kind: t.maybe(`profile.member.${figure.party}`, figure.party ?? ""),
							when: figure.asOfWords ?? (figure.asOf ? t.date(figure.asOf) : t("profile.no-date")),
						})}
					>
						<Told of={{ shown: figure, agreeing: 1, others: [] }} />
					</Fact>
				))}
				{smeShare && (
					<Fact name={t("profile.members.sme-share")}>
						<Told of={{ shown: smeShare, agreeing: 1, others: [] }} />
					</Fact>
				)}
				{smallManufacturerShare && (
					<Fact name={t("profile.members.small-share")}>
						<Told of={{ shown: smallManufacturerShare, agreeing: 1, others: [] }} />
					</Fact>
				)}
			</Facts>
		</>
	);
}

/** How many members it has over time and of which kinds, and which manufacturers are known to be among them. */
export function MembersPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteMembersDocument, { id }));
	return (
		<Panel anchor="members" title={t("property.members")}>
			<Answered name={t("property.members")} query={query} height={320}>
				{({ institute }) => institute && <Numbers institute={institute} />}
			</Answered>
			<Memberships id={id} />
		</Panel>
	);
}
