import { testReadme } from "../test-readme.ts";

await testReadme("user-profile-picture");
