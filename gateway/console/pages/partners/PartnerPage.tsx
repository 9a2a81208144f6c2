import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { PartnerPageDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { isNothing } from "../../parts/is-nothing.ts";
import { Nothing } from "../../parts/Nothing.tsx";
import { usePageTitle } from "../../parts/page-title.ts";
import { useWords } from "../../words/use-words.ts";
import { FactsPanel } from "./FactsPanel.tsx";
import { FieldsPanel } from "./FieldsPanel.tsx";
import { GrantsPanel } from "./GrantsPanel.tsx";
import { Head } from "./Head.tsx";
import { InsidePanels } from "./InsidePanels.tsx";
import { LogPanel } from "./LogPanel.tsx";
import { SubgraphPanel } from "./SubgraphPanel.tsx";

const route = getRouteApi("/partners/$id");

/** One partner: what it adds, in which versions, how it fares, and what it may use. */
export function PartnerPage() {
	const t = useWords();
	const { id } = route.useParams();
	const query = useQuery(ask(PartnerPageDocument, { ids: [id] }));
	const partner = query.data?.data.partners[0];
	usePageTitle(partner?.name);
	if (isNothing(query, ({ partners }) => partners[0])) return <Nothing />;
	return (
		<>
			<Head title={partner?.name ?? id} intro={t("partners.partner.intro")} />
			<Answered name={t("partners.facts")} query={query} height={320}>
				{({ partners }) =>
					partners.map((one) => (
						<div key={one.id}>
							<FactsPanel partner={one} />
							{one.subgraphs.map((subgraph) => (
								<SubgraphPanel
									key={subgraph.name}
									subgraph={subgraph}
									isSuspended={one.status === "SUSPENDED"}
								/>
							))}
						</div>
					))
				}
			</Answered>
			<FieldsPanel partnerId={id} />
			<GrantsPanel partnerId={id} />
			{/* Contacts are answered to those who may see the rest. */}
			<InsidePanels partnerId={id} isPermitted={Boolean(partner?.contacts)} />
			<LogPanel partnerId={id} />
		</>
	);
}
