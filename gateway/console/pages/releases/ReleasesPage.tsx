import { useState } from "react";
import type { PublishReleaseMutation } from "../../graphql/graphql.ts";
import { answers } from "../../graphql/query.ts";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { PATHS } from "../../parts/paths.ts";
import { useAddress } from "../../parts/use-address.ts";
import { WorkPlace } from "../../parts/WorkPlace.tsx";
import { useWords } from "../../words/use-words.ts";
import { KNOWN, readAsked } from "./address.ts";
import { ChoicePanel } from "./ChoicePanel.tsx";
import { PreviewPanel } from "./PreviewPanel.tsx";
import { PublishedNote } from "./PublishedNote.tsx";
import { lastAsked, rememberAsked } from "./questions.ts";
import { ReleasesPanel } from "./ReleasesPanel.tsx";

/** What the next release would publish, publishing it, and the releases that are published. */
export function ReleasesPage() {
	const t = useWords();
	const address = useAddress(KNOWN);
	const [published, setPublished] = useState<PublishReleaseMutation["publishRelease"]>();
	const preview = address.says.preview ?? lastAsked();
	const asked = preview === undefined ? undefined : readAsked(preview);
	const show = (chosen: string | undefined) => {
		rememberAsked(chosen);
		address.say({ preview: chosen });
	};
	return (
		<WorkPlace to={PATHS.releases} title="work.releases" intro={t("releases.intro")}>
			<NotUnderstood {...address} />
			{published && <PublishedNote release={published} />}
			<ChoicePanel
				key={published?.id}
				asked={preview}
				onAsk={(chosen) => {
					setPublished(undefined);
					show(chosen);
				}}
			/>
			{asked !== undefined && (
				<PreviewPanel
					key={preview}
					asked={asked}
					onPublished={async (release) => {
						setPublished(release);
						show(undefined);
						await answers.invalidateQueries();
					}}
				/>
			)}
			<ReleasesPanel />
		</WorkPlace>
	);
}
