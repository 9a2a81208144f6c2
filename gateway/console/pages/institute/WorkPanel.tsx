import { useQuery } from "@tanstack/react-query";
import { InstituteWorkDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { Calls } from "./Calls.tsx";
import look from "./Funding.module.css";
import { Projects } from "./Projects.tsx";

/** Calls for projects, and the projects that sources name. */
export function WorkPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteWorkDocument, { id }));
	return (
		<Panel anchor="work" title={t("profile.work")}>
			<Answered name={t("profile.work")} query={query} height={200}>
				{({ institute }) =>
					institute && (
						<>
							<h3 className={look.title}>{t("profile.calls")}</h3>
							<Calls calls={institute.calls} />
							<h3 className={look.title}>{t("profile.projects")}</h3>
							<Projects projects={institute.projects} />
						</>
					)
				}
			</Answered>
		</Panel>
	);
}
