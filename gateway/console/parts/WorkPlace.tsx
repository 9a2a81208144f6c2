import type { ReactNode } from "react";
import { useSession } from "../session/use-session.ts";
import type { MessageId } from "../words/ids.ts";
import { useWords } from "../words/use-words.ts";
import { Waiting } from "./Answered.tsx";
import look from "./Device.module.css";
import { PageHead } from "./PageHead.tsx";
import type { PATHS } from "./paths.ts";
import { SignInLink } from "./SignInLink.tsx";
import { workAreasOf } from "./work-areas.ts";

type Props = {
	/** Which of the work areas it is. */
	to: (typeof PATHS)[keyof typeof PATHS];
	title: MessageId;
	intro: ReactNode;
	children: ReactNode;
};

/**
 * A page of those who answer for records: its head, with the way to their other pages. Others are told that it is not
 * theirs. Its route loads the words of `work`.
 */
export function WorkPlace({ to, title, intro, children }: Props) {
	const t = useWords();
	const { status, viewer } = useSession();
	const areas = workAreasOf(viewer);
	if (status === "WAITING") return <Waiting name={t(title)} height={600} />;
	if (!areas.some((area) => area.to === to))
		return (
			<div className={look.closed}>
				<h1>{t(title)}</h1>
				<p>{t(viewer ? "work.closed.role" : "work.closed.nobody")}</p>
				{!viewer && <SignInLink />}
			</div>
		);
	return (
		<>
			<PageHead title={t(title)} intro={intro} label={t("work.areas")} parts={areas} />
			{children}
		</>
	);
}
