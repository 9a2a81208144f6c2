import type { UseQueryResult } from "@tanstack/react-query";
import type { Answer } from "../../graphql/fetch-document.ts";
import type { NetworkProfileQuery } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { useWords } from "../../words/use-words.ts";
import { OfficeFacts } from "./OfficeFacts.tsx";

type Network = NonNullable<NetworkProfileQuery["network"]>;
type Props = { query: UseQueryResult<Answer<NetworkProfileQuery>, Error> };

function FactList({ network }: { network: Network }) {
	const t = useWords();
	const { name, nativeName, formerNames, country, fiscalYearStartMonth, unnamedCenters, source } =
		network;
	const month = new Intl.DateTimeFormat(t.language, { month: "long", timeZone: "UTC" }).format(
		Date.UTC(2000, fiscalYearStartMonth - 1),
	);
	const facts = [
		["name", name],
		["native-name", nativeName],
		["former-names", formerNames.join("; ")],
		["country", t.maybe(`country.${country}`, country)],
		["year-starts", month],
		["unnamed", unnamedCenters === null ? null : t("networks.unnamed", { count: unnamedCenters })],
	] as const;
	return (
		<Facts>
			{facts.map(
				([fact, text]) =>
					text && (
						<Fact key={fact} name={t(`networks.fact.${fact}`)}>
							<Sourced name={t(`networks.fact.${fact}`)} source={source}>
								{text}
							</Sourced>
						</Fact>
					),
			)}
			<OfficeFacts network={network} />
		</Facts>
	);
}

/** What is known of the network; each fact opens onto its source. */
export function FactsPanel({ query }: Props) {
	const t = useWords();
	return (
		<Panel anchor="facts" title={t("profile.facts")} intro={t("profile.facts.intro")}>
			<Answered name={t("profile.facts")} query={query} height={320}>
				{({ network }) => network && <FactList network={network} />}
			</Answered>
		</Panel>
	);
}
