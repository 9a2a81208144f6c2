import { useQuery } from "@tanstack/react-query";
import { NetworkMilestonesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { MilestoneLine } from "../../parts/MilestoneLine.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { cellsOfMilestones } from "../../parts/profile-cells.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";

/** When the network was announced and renamed. */
export function MilestonesPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(NetworkMilestonesDocument, { id }));
	return (
		<Panel
			anchor="milestones"
			title={t("profile.milestones")}
			actions={
				<TakeAlong
					file={`${id}-milestones`}
					cells={() => cellsOfMilestones(query.data?.data.network?.milestones ?? [])}
					asked={{ document: NetworkMilestonesDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("profile.milestones")} query={query} height={80}>
				{({ network }) => <MilestoneLine milestones={network?.milestones ?? []} told={[]} />}
			</Answered>
		</Panel>
	);
}
