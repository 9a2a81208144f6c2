import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { PublishReleaseMutation } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { type Quarter, quartersText } from "../../parts/quarters.ts";
import { useWords } from "../../words/use-words.ts";
import { PreviewResult } from "./PreviewResult.tsx";
import { PublishForm } from "./PublishForm.tsx";
import { previewOf } from "./questions.ts";
import { Refusals } from "./Refusals.tsx";
import look from "./Releases.module.css";

type Props = {
	asked: Quarter[] | null;
	onPublished: (release: PublishReleaseMutation["publishRelease"]) => Promise<void>;
};

/** How far the hub is. */
function Progress({ share }: { share: number }) {
	const t = useWords();
	const id = useId();
	const percent = Math.floor(share * 100);
	return (
		<div className={look.progress} role="status">
			<label htmlFor={id}>{t("releases.computing", { percent })}</label>
			<progress id={id} max={100} value={percent} />
			<p className="quiet">{t("releases.computing.leave")}</p>
		</div>
	);
}

/** What a release over some quarters would publish, once the hub has computed it, and publishing it. */
export function PreviewPanel({ asked, onPublished }: Props) {
	const t = useWords();
	const query = useQuery(previewOf(asked));
	const title =
		asked === null
			? t("releases.preview.all")
			: t("releases.preview.of", { quarters: quartersText(t, asked) });
	return (
		<Panel title={title} intro={t("releases.preview.intro")}>
			<Answered name={t("releases.preview")} query={query} height={160}>
				{({ previewRelease: preview }) => {
					if (preview.status === "COMPUTING") return <Progress share={preview.progress} />;
					if (preview.status === "REFUSED") return <Refusals refusals={preview.refusals} />;
					return (
						<>
							<PreviewResult preview={preview} />
							<PublishForm
								preview={preview}
								onPublished={onPublished}
								onAgain={() => void query.refetch()}
							/>
						</>
					);
				}}
			</Answered>
		</Panel>
	);
}
