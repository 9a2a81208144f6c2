import { PATHS } from "../../parts/paths.ts";
import { WorkPlace } from "../../parts/WorkPlace.tsx";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { Reported } from "./Reported.tsx";
import { ReportPanel } from "./ReportPanel.tsx";

/** Outcomes: a new report, and what was reported before. */
export function OutcomesPage() {
	const t = useWords();
	const { viewer } = useSession();
	return (
		<WorkPlace to={PATHS.reportOutcomes} title="work.outcomes" intro={t("outcomes.intro")}>
			{viewer?.center && (
				<>
					<ReportPanel viewer={viewer} center={viewer.center} />
					<Reported viewer={viewer} center={viewer.center} />
				</>
			)}
		</WorkPlace>
	);
}
