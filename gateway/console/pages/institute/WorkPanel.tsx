import { useQuery } from "@tanstack/react-query";
import { InstituteWorkDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Subhead } from "../../parts/Subhead.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { Calls } from "./Calls.tsx";
import { cellsOfWork } from "./cells.ts";
import { Projects } from "./Projects.tsx";

/** Calls for projects, and the projects that sources name. */
export function WorkPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteWorkDocument, { id }));
	return (
		<Panel
			anchor="work"
			title={t("profile.work")}
			actions={
				<TakeAlong
					file={`${id}-work`}
					cells={() => cellsOfWork(query.data?.data.institute)}
					asked={{ document: InstituteWorkDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("profile.work")} query={query} height={200}>
				{({ institute }) =>
					institute && (
						<>
							<Subhead title={t("profile.calls")} />
							<Calls calls={institute.calls} />
							<Subhead title={t("profile.projects")} />
							<Projects projects={institute.projects} />
						</>
					)
				}
			</Answered>
		</Panel>
	);
}
