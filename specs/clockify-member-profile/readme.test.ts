import { testReadme } from "../test-readme.ts";

await testReadme("clockify-member-profile");
