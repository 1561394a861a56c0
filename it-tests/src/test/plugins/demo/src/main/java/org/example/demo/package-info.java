/// A plugin with one of each extension point, the worked example of the plugin author's guide.
package org.example.demo;
