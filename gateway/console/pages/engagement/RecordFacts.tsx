import type { EngagementQuery } from "../../graphql/graphql.ts";
import { Fact } from "../../parts/Facts.tsx";
import { useWords } from "../../words/use-words.ts";

type Service = NonNullable<EngagementQuery["engagement"]>;

/** What is to be said of the record itself: its status, who sees it, and under which manufacturer it was logged. */
export function RecordFacts({ service }: { service: Service }) {
	const t = useWords();
	const { id, status, visibility, late, loggedSmeId, sme } = service;
	return (
		<>
			<Fact name={t("engagement.status")}>
				{t(`status.${status}`)}
				{late && ` ${t("engagement.late")}`}
			</Fact>
			<Fact name={t("engagement.visibility")}>{t(`visibility.${visibility}`)}</Fact>
			{loggedSmeId !== sme.id && (
				<Fact name={t("engagement.logged-under")}>
					<code>{loggedSmeId}</code> {t("engagement.logged-under.why")}
				</Fact>
			)}
			<Fact name={t("engagement.id")}>
				<code>{id}</code>
			</Fact>
		</>
	);
}
