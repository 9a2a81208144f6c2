import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { EngagementDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { ChangeTimeline } from "../../parts/ChangeTimeline.tsx";
import { subjectOf } from "../../parts/engagement-words.ts";
import { isNothing } from "../../parts/is-nothing.ts";
import { KindMark } from "../../parts/KindMark.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { ProfileHead } from "../../parts/ProfileHead.tsx";
import { PATHS } from "../../parts/paths.ts";
import { Synthetic } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import { FactsPanel } from "./FactsPanel.tsx";
import { OutcomesPanel } from "./OutcomesPanel.tsx";

const route = getRouteApi(PATHS.engagement);

/** One service: who received what from whom, where that is written, what came of it, and how the record changed. */
export function EngagementPage() {
	const t = useWords();
	const { id } = route.useParams();
	const query = useQuery(ask(EngagementDocument, { id }));
	const found = query.data?.data.engagement;
	if (isNothing(query, ({ engagement }) => engagement)) return <Nothing />;
	return (
		<>
			<ProfileHead
				kind={found ? <KindMark kind={found.kind} /> : t("engagement.title")}
				name={
					found
						? t("engagement.name", {
								subject: subjectOf(t, found) ?? t(`kind.${found.kind}`),
								manufacturer: found.sme.name,
							})
						: undefined
				}
				id={id}
				also={found?.synthetic && <Synthetic />}
			/>
			<FactsPanel id={id} query={query} />
			<OutcomesPanel id={id} />
			<Panel title={t("changes.title")}>
				<ChangeTimeline id={id} />
			</Panel>
		</>
	);
}
