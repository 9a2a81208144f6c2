import type { FigureFieldsFragment, InstituteProfileQuery } from "../../graphql/graphql.ts";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { propertyName } from "../../parts/Figure.tsx";
import { nameText } from "../../parts/place.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { ToldList } from "../../parts/ToldList.tsx";
import { useWords } from "../../words/use-words.ts";
import { factsOf } from "./facts.ts";
import { inWords } from "./in-words.ts";

type Institute = NonNullable<InstituteProfileQuery["institute"]>;

/** Facts that every institute has; where no source tells them, that is said. */
const EXPECTED = new Set<string>(["sponsor", "lead", "headquarters", "technology_area"]);

/** The facts of an institute, one a line. */
export function FactList({ institute }: { institute: Institute }) {
	const t = useWords();
	const { facts } = factsOf(institute.observations);
	const say = (figure: FigureFieldsFragment) => inWords(t, figure);
	const { mrl_from: from, mrl_to: to, ...named } = facts;
	const { agreement, networks } = institute;
	return (
		<Facts>
			{Object.entries(named).map(
				([property, told]) =>
					(told.length > 0 || EXPECTED.has(property)) && (
						<Fact key={property} name={propertyName(t, property)}>
							{told.length > 0 ? (
								<ToldList told={told} say={say} />
							) : (
								<NotAvailable reason={t("profile.no-source")} />
							)}
						</Fact>
					),
			)}
			{from.length > 0 && (
				<Fact name={t("profile.mrl")}>
					<ToldList told={[...from, ...to]} say={say} />
				</Fact>
			)}
			<Fact name={t("profile.networks")}>
				{networks.map((network, index) => (
					<span key={network.id}>
						{index > 0 && "; "}
						<RecordLink type="Network" id={network.id}>
							{nameText(t, network)}
						</RecordLink>
					</span>
				))}
			</Fact>
			<Fact name={t("profile.agreement")}>
				{agreement ? (
					<>
						<Sourced
							name={t("profile.agreement")}
							source={agreement.source}
							doubts={agreement.doubts}
							told={[[t("source.reason"), agreement.reason]]}
						>
							{t.maybe(`profile.agreement.${agreement.kind}`, agreement.kind)}
						</Sourced>
						{agreement.inferred && <p className="quiet">{t("profile.agreement.inferred")}</p>}
					</>
				) : (
					<NotAvailable reason={t("profile.agreement.unknown")} />
				)}
			</Fact>
			<Fact name={t("profile.read-in")}>
				<Sourced name={t("profile.read-in")} source={institute.source}>
					{institute.source.document}
				</Sourced>
			</Fact>
		</Facts>
	);
}
