import { useState } from "react";
import { ownerOf } from "../../offline/item.ts";
import { Waiting } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import look from "./Outcomes.module.css";
import { ReportForm } from "./ReportForm.tsx";
import { useAskAgain } from "./use-ask-again.ts";

type Props = { viewer: SignedIn; center: string };

/** The form of a new report, with what becomes of it. */
export function ReportPanel({ viewer, center }: Props) {
	const t = useWords();
	const form = useDraft<Draft>(ownerOf(viewer), "outcome", emptyDraft);
	const [made, setMade] = useState<string>();
	const askAgain = useAskAgain();
	return (
		<Panel title={t("outcomes.new")} intro={t("outcomes.new.intro")}>
			<p role="status" className={made ? look.made : "unseen"}>
				{made}
			</p>
			{form.isPending ? (
				<Waiting name={t("outcomes.new")} height={700} />
			) : (
				<ReportForm
					key={form.draft.key}
					viewer={viewer}
					center={center}
					form={form}
					onChange={() => setMade(undefined)}
					onMade={(verification) => {
						const { name = "" } = form.draft.sme ?? {};
						setMade(
							t(verification === "OUTLIER" ? "outcomes.made-outlier" : "outcomes.made", { name }),
						);
						form.forget();
						askAgain();
					}}
				/>
			)}
		</Panel>
	);
}
