import { useQuery } from "@tanstack/react-query";
import { InstituteRulesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Figure } from "../../parts/Figure.tsx";
import { Listing } from "../../parts/Listing.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Subhead } from "../../parts/Subhead.tsx";
import { useWords } from "../../words/use-words.ts";

/** Who owns the results of projects, and how the institute is governed, as documents say it of its network's institutes. */
export function RulesPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteRulesDocument, { id }));
	return (
		<Panel anchor="rules" title={t("profile.rules")} intro={t("profile.rules.intro")}>
			<Answered name={t("profile.rules")} query={query} height={240}>
				{({ institute }) => {
					if (!institute) return null;
					const told = institute.networks.flatMap(({ observations }) => observations);
					return (
						<>
							<Subhead title={t("profile.rules.property")} />
							<Listing
								empty={t("profile.rules.property.none")}
								items={institute.intellectualPropertyRules.map((rule) => {
									const figure = told.find(({ text }) => text === rule);
									return { id: rule, main: figure ? <Figure of={figure} /> : rule };
								})}
							/>
							<Subhead title={t("profile.rules.governance")} />
							<Listing
								empty={t("profile.rules.governance.none")}
								items={institute.governance.map((figure) => ({
									id: figure.id,
									main: <Figure of={figure} />,
								}))}
							/>
						</>
					);
				}}
			</Answered>
		</Panel>
	);
}
