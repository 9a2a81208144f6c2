import { useQuery } from "@tanstack/react-query";
import { InstituteMilestonesDocument, InstituteProfileDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { MilestoneLine } from "../../parts/MilestoneLine.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { cellsOfMilestones } from "../../parts/profile-cells.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { toldOf } from "../../parts/told.ts";
import { useWords } from "../../words/use-words.ts";

/** When it was announced, agreed, opened and renamed. */
export function MilestonesPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteMilestonesDocument, { id }));
	const profile = useQuery(ask(InstituteProfileDocument, { id }));
	const told = toldOf(profile.data?.data.institute?.observations ?? []);
	return (
		<Panel
			anchor="milestones"
			title={t("profile.milestones")}
			actions={
				<TakeAlong
					file={`${id}-milestones`}
					cells={() => cellsOfMilestones(query.data?.data.institute?.milestones ?? [])}
					asked={{ document: InstituteMilestonesDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("profile.milestones")} query={query} height={120}>
				{({ institute }) => <MilestoneLine milestones={institute?.milestones ?? []} told={told} />}
			</Answered>
		</Panel>
	);
}
