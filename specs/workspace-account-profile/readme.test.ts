import { testReadme } from "../test-readme.ts";

await testReadme("workspace-account-profile");
