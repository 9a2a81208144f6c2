import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { SourceSheet } from "../parts/SourceSheet.tsx";
import { IS_SANDBOX } from "../session/address.ts";
import { useSession } from "../session/use-session.ts";
import { loadWords } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { BottomBar } from "./BottomBar.tsx";
import { Footer } from "./Footer.tsx";
import { Header } from "./Header.tsx";
import { SandboxBanner } from "./SandboxBanner.tsx";
import { SessionNotice } from "./SessionNotice.tsx";
import look from "./Shell.module.css";
import { useSearchKeys } from "./search-keys.ts";

// What is searched on the device has its names in these words.
const SearchDialog = lazy(async () => {
	const [dialog] = await Promise.all([import("./SearchDialog.tsx"), loadWords("statistics")]);
	return dialog;
});

/** What is around every page. */
export function Shell() {
	const t = useWords();
	const { generation } = useSession();
	const [isSearching, setSearching] = useState(false);
	const search = () => setSearching(true);
	useSearchKeys(search);
	return (
		<>
			<a className={`unseen ${look.skip}`} href="#main">
				{t("skip")}
			</a>
			<div className={look.top}>
				{IS_SANDBOX && <SandboxBanner />}
				<Header onSearch={search} />
				<SessionNotice />
			</div>
			<main id="main" className={look.main} tabIndex={-1}>
				<Outlet key={generation} />
			</main>
			<Footer />
			<BottomBar onSearch={search} />
			<SourceSheet />
			<Suspense>{isSearching && <SearchDialog onClose={() => setSearching(false)} />}</Suspense>
		</>
	);
}
